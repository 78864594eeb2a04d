content/vocabulary/regions.yaml:3:10: advertencia: la región «ARB» no tiene color en site.yaml, aunque otras lo tienen [region-without-colour]
    3 |   - {id: ARB, label: {en: Arab States, es: Estados Árabes}}
      |          ^~~
  consejo: Los gráficos la dibujarían como cualquier barra. Añada una línea en region_colours, como ARB: "#999933".
1 advertencia
