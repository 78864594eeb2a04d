content/agreements/2024/bdt-2024-017.yaml:8:12: error: socio desconocido «unicf» [unknown-partner]
    8 | partners: [unicf, gsma]
      |            ^~~~~
  consejo: ¿quería decir «unicef» (United Nations Children's Fund)? Los socios son archivos de content/partners/
1 error
