content/partners/gsma.yaml:3:7: error: tipo de socio desconocido «private» [unknown-type]
    3 | type: private
      |       ^~~~~~~
  consejo: ¿quería decir «private-sector» (Private sector)? Los tipos de socios están en content/vocabulary/partner-types.yaml
1 error
