content/agreements/2024/bdt-2024-017.yaml:13:21: error: «AFR» está en esta lista por segunda vez [repeated-item]
   13 | regions: [AFR, EUR, AFR]
      |                     ^~~
  consejo: Elimine uno de los dos.
content/agreements/2024/bdt-2024-017.yaml:16:15: error: «9» está en esta lista por segunda vez [repeated-item]
   16 | sdgs: [9, 17, 9]
      |               ^
  consejo: Elimine uno de los dos.
2 errores
