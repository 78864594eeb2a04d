content/agreements/2024/bdt-2024-017.yaml:17:17: error: el HTML no se reproduce: <b> [raw-html]
   17 | objective: {en: "Teach <b>skills</b>.", es: "Enseñar."}
      |                 ^~~~~~~~~~~~~~~~~~~~~~
  consejo: Escríbalo en Markdown; escriba &lt; para un «<» que deba verse.
content/agreements/2024/bdt-2024-017.yaml:17:17: error: el HTML no se reproduce: </b> [raw-html]
   17 | objective: {en: "Teach <b>skills</b>.", es: "Enseñar."}
      |                 ^~~~~~~~~~~~~~~~~~~~~~
  consejo: Escríbalo en Markdown; escriba &lt; para un «<» que deba verse.
2 errores
