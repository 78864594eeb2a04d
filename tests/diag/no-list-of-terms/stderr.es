content/agreements/2024/bdt-2024-017.yaml:19:15: error: iniciativa desconocida «afr-2» [unknown-initiative]
   19 | initiatives: [afr-2]
      |               ^~~~~
  consejo: Las iniciativas están en content/vocabulary/initiatives.yaml
1 error
