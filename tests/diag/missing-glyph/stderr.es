content/documents/d24/en/01-results.md:3:10: error: ninguna fuente de content/site.yaml tiene el carácter "😀" (U+1F600) [missing-glyph]
    3 | We smile 😀 at this.
      |          ^
  consejo: Nombre una familia que lo tenga en fonts: de content/site.yaml, o escriba otro carácter.
1 error
