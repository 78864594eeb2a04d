content/pages/about/en.md:4:7: error: el HTML no se reproduce: <b> [raw-html]
    4 |   two <b>bold</b> &amp; more
      |       ^~~
  consejo: Escríbalo en Markdown; escriba &lt; para un «<» que deba verse.
content/pages/about/en.md:4:14: error: el HTML no se reproduce: </b> [raw-html]
    4 |   two <b>bold</b> &amp; more
      |              ^~~~
  consejo: Escríbalo en Markdown; escriba &lt; para un «<» que deba verse.
content/pages/about/en.md:8:1: error: el HTML no se reproduce: <div> [raw-html]
    8 | <div>
      | ^~~~~
  consejo: Escríbalo en Markdown; escriba &lt; para un «<» que deba verse.
3 errores
