content/published/d25.yaml:5:33: error: forma de cifra desconocida «million» [unknown-form]
    5 |   2024.contributions.partners: {million: 1.1}
      |                                 ^~~~~~~
  consejo: ¿quería decir «millions»? Las formas son count, usd, millions, millions2 y percent.
1 error
