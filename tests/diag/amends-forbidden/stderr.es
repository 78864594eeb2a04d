content/agreements/2024/bdt-2024-017.yaml:4:9: error: solo un addendum o una enmienda modifica un acuerdo [amends-forbidden]
    4 | amends: bdt-2022-004
      |         ^~~~~~~~~~~~
  consejo: Elimine «amends», o corrija el tipo. Para un acuerdo marco, use «parent».
1 error
