content/agreements/2024/bdt-2024-017.yaml:8:1: error: la clave «signed» está aquí por segunda vez [duplicate-key]
    8 | signed: 2024-05-15
      | ^~~~~~
  consejo: Ya se dio en la línea 5. Conserve una de las dos.
1 error
