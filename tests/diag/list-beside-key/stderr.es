content/agreements/2024/bdt-2024-017.yaml:8:11: error: una lista con guiones no puede empezar en la línea de su clave [list-beside-key]
    8 | partners: - unicef
      |           ^
  consejo: Ponga cada «- elemento» en una línea propia debajo de la clave, o escriba [elemento, elemento].
1 error
