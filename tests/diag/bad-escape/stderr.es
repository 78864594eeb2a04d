content/partners/unicef.yaml:3:12: error: una barra invertida entre comillas dobles anuncia un carácter especial, y este es desconocido [bad-escape]
    3 | short: "UNI\CEF"
      |            ^~
  consejo: Escriba \\ para una barra invertida, o use comillas simples.
1 error
