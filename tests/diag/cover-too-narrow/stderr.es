templates/document/mine.yaml:2:3: error: un ancho de texto de 192.8 pt no da cabida a las columnas de la portada (datos de contacto), que piden 273.5 pt [cover-too-narrow]
    2 |   size: A5
      |   ^
  consejo: Ensanche la página o estreche sus márgenes, o estreche esas columnas en cover:.
1 error
