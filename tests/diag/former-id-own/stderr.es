content/partners/gsma.yaml:2:14: error: «gsma» es el identificador actual [former-id-own]
    2 | former_ids: [gsma]
      |              ^~~~
  consejo: former_ids da los identificadores anteriores.
1 error
