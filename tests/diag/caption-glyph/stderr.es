content/documents/d24/en/01-results.md:5:18: error: ninguna fuente de content/site.yaml tiene el carácter "😀" (U+1F600) [missing-glyph]
    5 | caption: A smile 😀
      |                  ^
  consejo: Nombre una familia que lo tenga en fonts: de content/site.yaml, o escriba otro carácter.
content/strings/en.yaml: advertencia: falta el texto «figure_kind_count» en strings/en.yaml [missing-string]
  consejo: Añada una línea «figure_kind_count: ...»; hasta entonces lo sustituye el texto de otra lengua.
content/strings/en.yaml: advertencia: falta el texto «figure_agreements_count» en strings/en.yaml [missing-string]
  consejo: Añada una línea «figure_agreements_count: ...»; hasta entonces lo sustituye el texto de otra lengua.
content/strings/es.yaml: advertencia: falta el texto «agreement_kind» en strings/es.yaml [missing-string]
  consejo: Añada una línea «agreement_kind: ...»; hasta entonces lo sustituye el texto de otra lengua.
content/strings/es.yaml: advertencia: falta el texto «column_agreements» en strings/es.yaml [missing-string]
  consejo: Añada una línea «column_agreements: ...»; hasta entonces lo sustituye el texto de otra lengua.
content/strings/es.yaml: advertencia: falta el texto «total» en strings/es.yaml [missing-string]
  consejo: Añada una línea «total: ...»; hasta entonces lo sustituye el texto de otra lengua.
content/strings/es.yaml: advertencia: falta el texto «chart_sample_note» en strings/es.yaml [missing-string]
  consejo: Añada una línea «chart_sample_note: ...»; hasta entonces lo sustituye el texto de otra lengua.
1 error, 6 advertencias
