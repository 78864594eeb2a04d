content/partners/gsma.yaml:2:23: error: «other» es una palabra de accord y no puede ser un identificador anterior aquí [former-id-reserved]
    2 | former_ids: [gsm-mou, other]
      |                       ^~~~~
  consejo: Quítelo de esta lista.
1 error
