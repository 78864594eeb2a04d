content/agreements/2024/bdt-2024-017.yaml:7:1: error: «ends» no tiene valor [empty-value]
    7 | ends:
      | ^~~~
  consejo: Escriba un valor, u omita la clave si es facultativa.
1 error
