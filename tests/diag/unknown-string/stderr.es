templates/document/plain.yaml:1:19: error: ningún texto de content/strings/ tiene el identificador «cover_sumary» [unknown-string]
    1 | labels: {summary: cover_sumary, action: no_such_words, contact: cover_contact}
      |                   ^~~~~~~~~~~~
  consejo: ¿quería decir «cover_summary»? Escriba el identificador de uno de ellos, o un texto para cada lengua: {en: Summary, fr: Résumé}.
templates/document/plain.yaml:1:41: error: ningún texto de content/strings/ tiene el identificador «no_such_words» [unknown-string]
    1 | labels: {summary: cover_sumary, action: no_such_words, contact: cover_contact}
      |                                         ^~~~~~~~~~~~~
  consejo: Escriba el identificador de uno de ellos, o un texto para cada lengua: {en: Summary, fr: Résumé}.
2 errores
