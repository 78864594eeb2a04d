content/strings/en.yaml: advertencia: falta el texto «language_en» en strings/en.yaml [missing-string]
  consejo: Añada una línea «language_en: ...»; hasta entonces lo sustituye el texto de otra lengua.
1 advertencia
