content/agreements/2022/bdt-2022-004.yaml:6:12: error: socio desconocido «gsm-mou» [unknown-partner]
    6 | partners: [gsm-mou, unicef]
      |            ^~~~~~~
  consejo: Cambió de identificador: escriba «gsma». Los socios son archivos de content/partners/
content/agreements/2024/bdt-2024-017.yaml:4:9: error: acuerdo desconocido «bdt-2022-1004» [unknown-agreement]
    4 | parent: bdt-2022-1004
      |         ^~~~~~~~~~~~~
  consejo: Cambió de identificador: escriba «bdt-2022-004». Los acuerdos son archivos de agreements/<año>/ del contenido.
content/pages/about/en.md:5:3: error: nada se llama aquí «2024.partners.gsm-mou.contributions» [unknown-figure]
    5 | {{2024.partners.gsm-mou.contributions}} of {{partner.gsm-mou}}: [its page](partners/gsm-mou).
      |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: Cambió de identificador: escriba «2024.partners.gsma.contributions». «accord figures» enumera los identificadores de todas las cifras.
content/pages/about/en.md:5:46: error: nada se llama aquí «partner.gsm-mou» [unknown-figure]
    5 | {{2024.partners.gsm-mou.contributions}} of {{partner.gsm-mou}}: [its page](partners/gsm-mou).
      |                                              ^~~~~~~~~~~~~~~
  consejo: Cambió de identificador: escriba «partner.gsma». «accord figures» enumera los identificadores de todas las cifras.
content/pages/about/en.md:5:65: error: el sitio no tiene ninguna página «partners/gsm-mou» [dead-link]
    5 | {{2024.partners.gsm-mou.contributions}} of {{partner.gsm-mou}}: [its page](partners/gsm-mou).
      |                                                                 ^
  consejo: ¿quería decir «partners/gsma»? Una página se nombra por su ruta, sin lengua ni index.html: agreements/bdt-2024-017.
5 errores
