content/documents/d24/document.yaml:4:9: error: la signatura lleva {letter}, y no hay letra para la lengua «en» [missing-letter]
    4 | number: "D24/{number}-{letter}"
      |         ^~~~~~~~~~~~~~~~~~~~~~~
  consejo: Dé a cada lengua su letra, como en letters: {en: E, fr: F}; o quite {letter}.
1 error
