content/agreements/2024/bdt-2024-018.yaml:6:10: error: solo un addendum o una enmienda libera a socios [leaves-forbidden]
    6 | leaves: [gsma]
      |          ^~~~
  consejo: Nombre en partners a quien firma esto; quien lo deja más tarde figura en el addendum que lo dice.
1 error
