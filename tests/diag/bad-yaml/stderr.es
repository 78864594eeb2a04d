content/partners/gsma.yaml:1:1: error: esta línea no se puede leer como YAML [bad-yaml]
    1 | %YAML 3.0
      | ^
  consejo: Escriba «clave: valor»; un texto con alguno de los signos : # [ ] { } , & * ! | > % @ va entre comillas dobles rectas.
1 error
