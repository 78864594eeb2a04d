content/partners/gsma.yaml:6:1: error: aquí empieza un segundo documento YAML [yaml-documents]
    6 | ---
      | ^~~
  consejo: Un archivo contiene una sola ficha: elimine la línea --- o haga otro archivo.
1 error
