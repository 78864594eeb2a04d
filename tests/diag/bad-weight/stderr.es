content/agreements/2024/bdt-2024-017.yaml:13:19: error: «EUR» no tiene valor [empty-value]
   13 | regions: {AFR: 2, EUR}
      |                   ^~~
  consejo: Para partes iguales, escriba una lista entre [ ]. Escriba un valor, u omita la clave si es facultativa.
content/agreements/2024/bdt-2024-017.yaml:15:42: error: «60 %» no es una parte [bad-weight]
   15 | priorities: {kap-digital-transformation: 60 %, kap-enabling-policy: 40}
      |                                          ^~~~
  consejo: ¿quería decir 60? Las partes son números mayores que cero con seis decimales como máximo, como 2 o 33.5.
2 errores
