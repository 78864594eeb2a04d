content/partners/unicef.yaml:2:14: error: «old-one» ya lleva a «gsma» [former-id-twice]
    2 | former_ids: [old-one]
      |              ^~~~~~~
  consejo: Un identificador anterior lleva a una sola ficha: déjelo en una de las dos listas.
1 error
