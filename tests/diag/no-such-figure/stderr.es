content/published/d25.yaml:4:3: error: cifra desconocida «2024.agreement.count» [no-such-figure]
    4 |   2024.agreement.count: 1
      |   ^~~~~~~~~~~~~~~~~~~~
  consejo: ¿quería decir «2024.agreements.count»?
1 error
