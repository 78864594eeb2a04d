content/vocabulary/regions.yaml:5:10: error: «afr» solo se distingue de «AFR» por las mayúsculas, y cada uno da nombre a una carpeta del sitio [id-case]
    5 |   - {id: afr, label: {en: Africa again, es: África otra vez}}
      |          ^~~
  consejo: En Windows y macOS son una sola carpeta. «AFR» está aquí: línea 2; dé a uno de los dos otro identificador.
1 error
