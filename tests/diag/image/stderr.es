content/pages/about/en.md:3:1: error: las imágenes no forman parte de un texto [image]
    3 | ![A picture](a.png)
      | ^~
  consejo: Los gráficos se dibujan a partir de los datos: use un bloque chart.
1 error
