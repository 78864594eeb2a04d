content/agreements/2024/bdt-2024-017.yaml:11:5: error: falta la clave «currency» [missing-key]
   11 |   - {from: gsma, amount: 20000, form: in-kind}
      |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: Escriba «currency: ...» (un código ISO 4217, como USD): una contribución lo necesita.
content/partners/gsma.yaml:1:1: error: falta la clave «type» [missing-key]
    1 | id: gsma
      | ^~
  consejo: Escriba «type: ...» (qué es: un identificador de vocabulary/partner-types.yaml): un socio lo necesita.
content/partners/unicef.yaml:7:1: error: falta la clave «merged_on» [missing-key]
    7 | merged_into: gsma
      | ^~~~~~~~~~~
  consejo: «merged_into» y «merged_on» van juntos: escriba los dos, el identificador y el día.
content/stories/bare/en.md:1:1: error: falta la clave «title» [missing-key]
    1 | Text without settings.
      | ^~~~~~~~~~~~~~~~~~~~~~
  consejo: Un testimonio empieza con sus ajustes, entre dos líneas ---: su título, su fecha y de qué trata.
4 errores
