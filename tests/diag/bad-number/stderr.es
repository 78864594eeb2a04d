content/agreements/2024/bdt-2024-017.yaml:16:11: error: «18» no es un número entero de 1 a 17 [bad-number]
   16 | sdgs: [9, 18, nine]
      |           ^~
  consejo: Escríbalo en cifras, sin signos ni espacios.
content/agreements/2024/bdt-2024-017.yaml:16:15: error: «nine» no es un número entero de 1 a 17 [bad-number]
   16 | sdgs: [9, 18, nine]
      |               ^~~~
  consejo: Escríbalo en cifras, sin signos ni espacios.
2 errores
