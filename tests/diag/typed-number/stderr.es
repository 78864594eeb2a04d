content/documents/d24/en/01-results.md:3:23: advertencia: «1.1» está escrito a mano, pero 2024.contributions.partners.millions lo da [typed-number]
    3 | Contributions came to 1.1 million, or 1.10,
      |                       ^~~
  consejo: Escriba una etiqueta con ese nombre entre dobles llaves, para que el número siga a las fichas; o \1.1 si el número debe quedar tal cual.
content/documents/d24/en/01-results.md:4:50: advertencia: «93» está escrito a mano, pero 2024.contributions.partners.percent lo da [typed-number]
    4 | of which {{2024.contributions.itu.millions}} and 93% or \93% and 1.1x.
      |                                                  ^~
  consejo: Escriba una etiqueta con ese nombre entre dobles llaves, para que el número siga a las fichas; o \93 si el número debe quedar tal cual.
content/strings/en.yaml: advertencia: falta el texto «period_year» en strings/en.yaml [missing-string]
  consejo: Añada una línea «period_year: ...»; hasta entonces lo sustituye el texto de otra lengua.
content/strings/en.yaml: advertencia: falta el texto «figure_contributions_itu» en strings/en.yaml [missing-string]
  consejo: Añada una línea «figure_contributions_itu: ...»; hasta entonces lo sustituye el texto de otra lengua.
4 advertencias
