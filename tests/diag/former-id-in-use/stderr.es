content/partners/gsma.yaml:2:23: error: «unicef» es el identificador de otra ficha y no puede llevar aquí [former-id-in-use]
    2 | former_ids: [gsm-mou, unicef]
      |                       ^~~~~~
  consejo: Quítelo de esta lista: lo que está en uso tiene su propia página.
1 error
