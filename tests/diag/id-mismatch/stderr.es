content/agreements/2024/bdt-2024-017.yaml:1:5: error: «bdt-2024-071» no es el nombre de su archivo, que es «bdt-2024-017» [id-mismatch]
    1 | id: bdt-2024-071
      |     ^~~~~~~~~~~~
  consejo: Los dos deben ser iguales: corrija el que esté mal.
1 error
