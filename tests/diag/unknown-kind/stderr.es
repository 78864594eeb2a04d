content/agreements/2024/bdt-2024-017.yaml:3:7: error: tipo de acuerdo desconocido «Voluntary contribution» [unknown-kind]
    3 | kind: Voluntary contribution
      |       ^~~~~~~~~~~~~~~~~~~~~~
  consejo: ¿quería decir «voluntary-contribution» (Voluntary contribution)? Los tipos de acuerdos están en content/vocabulary/agreement-kinds.yaml
1 error
