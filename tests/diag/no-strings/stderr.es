content/site.yaml:4:19: advertencia: no hay ningún archivo content/strings/es.yaml con las palabras de la lengua es [no-strings]
    4 | default_language: en
      |                   ^~
  consejo: Copie el de otra lengua y tradúzcalo, o quite la lengua de site.yaml.
1 advertencia
