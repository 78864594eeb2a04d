content/published/d25.yaml:5:17: error: 2024.regions: 3 categorías, 2 valores [row-length]
    5 |   2024.regions: [0.5, 0.5]
      |                 ^~~~~~~~~~
  consejo: Escriba 0 donde no se imprimió nada. Si no se sabe qué lugares estaban vacíos, los recuentos van en unplaced.
1 error
