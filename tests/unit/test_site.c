/* The site as a whole, from made-up records through the templates that ship: what every page
 * owes its readers, whatever the content. */
#include "model_fixture.h"

#include "base/vec.h"
#include "input/input.h"
#include "narrative/narrative.h"
#include "site/site.h"

struct file {
    const char *path, *text;
};

struct built {
    struct fixture f;
    struct map files; /* path -> struct file * */
};

static void keep(void *ctx, const char *path, const void *bytes, size_t n)
{
    struct built *b = ctx;
    struct file *file = ARENA_NEW(b->f.a, struct file);

    file->path = arena_strdup(b->f.a, path);
    file->text = arena_strndup(b->f.a, bytes, n);
    if (map_has(&b->files, path))
        fail_msg("%s is put twice", path);
    map_set(&b->files, path, file);
}

static void records(struct built *b)
{
    struct fixture *f = &b->f;
    struct agreement *g;

    f->r->site.name = fixture_text("Partners & friends");
    f->r->site.accent = f->r->site.bright = f->r->site.tint = "#0b5a8f";
    map_init(&f->r->site.region_colour, f->a);
    map_set(&f->r->site.region_colour, "AFR", "#117733");
    static const char *const word[][2] = {{"sample_mark", "sample"}};
    fixture_words(f, word, sizeof word / sizeof *word);
    fixture_partner(f, "alpha", "government")->name = fixture_text("<b>Alpha</b> & \"sons\"");
    fixture_partner(f, "beta", "un");
    fixture_partner(f, "secret", "un")->name = fixture_text("Hushhush");
    g = fixture_agreement(f, "a-1", "mou", "2024-05-14", "alpha beta");
    g->title = fixture_text("Schools <script>alert(1)</script>");
    g->objective = fixture_text("(First) of all.");
    g->sample = true;
    fixture_money(f, g, "alpha", "1000.00", "USD");
    fixture_region(f, g, "AFR", 1);
    fixture_region(f, g, "EUR", 1);
    g = fixture_agreement(f, "a-2", "sponsorship", "2024-06-01", "beta");
    g->title.in[LANG_ES] = "Título";
    fixture_money(f, g, "beta", "250.50", "USD");
    g = fixture_agreement(f, "a-4", "sponsorship", "2024-06-02", "beta");
    g->title = fixture_text("(LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL)");
    g = fixture_agreement(f, "a-3", "mou", "2024-07-01", "secret");
    g->title = fixture_text("Clandestine");
    g->internal = true;
    fixture_money(f, g, "secret", "77.00", "USD");
}

/* Without the template named without, where it is not NULL; in the first languages. */
static void build_with(struct built *b, const char *base_url, const char *without,
                       size_t languages)
{
    static const enum lang langs[] = {LANG_EN, LANG_AR};
    const struct views *views[2];
    struct fixture *f = &b->f;

    fixture_open(f);
    records(b);
    f->r->site.base_url = base_url;
    map_init(&b->files, f->a);
    const struct model *m = fixture_build(f);
    assert_silent(f);
    for (size_t i = 0; i < languages; i++)
        views[i] = views_open(f->a, f->d, m, langs[i], false);
    struct input_list list = input_names(f->a, f->d, "templates", ".mustache");
    const struct source **src = ARENA_ARRAY(f->a, const struct source *, list.n);
    const char **name = ARENA_ARRAY(f->a, const char *, list.n);
    size_t n = 0;
    assert_true(list.n > 0);
    for (size_t i = 0; i < list.n; i++) {
        name[n] = arena_strndup(f->a, list.name[i], strlen(list.name[i]) - strlen(".mustache"));
        if (without && strcmp(name[n], without) == 0)
            continue;
        src[n++] = input_read(f->a, f->d, arena_printf(f->a, "templates/%s", list.name[i]));
    }
    static const char style[] = "@font-face{src:url(own.woff2)} b{background:url( 'none.png' )}";
    struct site_file asset[] = {{"site.css", "templates/assets/site.css", style, sizeof style - 1},
                                {"site.js", NULL, "", 0},
                                {"find.js", NULL, "", 0},
                                {"search.js", NULL, "", 0},
                                {"own.woff2", NULL, "face", 4}};
    site_build(f->a, f->d,
               &(struct site_input){.views = views,
                                    .languages = languages,
                                    .template = src,
                                    .template_name = name,
                                    .templates = n,
                                    .asset = asset,
                                    .assets = sizeof asset / sizeof *asset,
                                    .template_dir = "templates",
                                    .narratives = narratives_new(f->a, f->d)},
               keep, b);
}

static void build_without(struct built *b, const char *without)
{
    build_with(b, "https://partners.example.org/", without, 2);
}

static void build(struct built *b)
{
    build_without(b, NULL);
}

static const char *page(struct built *b, const char *path)
{
    struct file *file = map_get(&b->files, path);

    if (!file)
        fail_msg("there is no %s", path);
    return file ? file->text : "";
}

static size_t occurrences(const char *text, const char *what)
{
    size_t n = 0;

    for (const char *p = strstr(text, what); p; p = strstr(p + 1, what))
        n++;
    return n;
}

static bool is_page(const struct file *file)
{
    size_t n = strlen(file->path);

    return n > 5 && strcmp(file->path + n - 5, ".html") == 0;
}

/* The path a link names, seen from a file; its part behind '#' is cut off. */
static const char *resolve(struct arena *a, const char *from, const char *href)
{
    if (*href == '/')
        return arena_printf(a, "site%s", href);
    const char *slash = strrchr(from, '/');
    char *path = arena_printf(a, "%.*s/%.*s", (int)(slash - from), from,
                              (int)strcspn(href, "#"), href);
    char *up;

    while ((up = strstr(path, "/../")) != NULL) {
        char *start = up;
        while (start > path && start[-1] != '/')
            start--;
        memmove(start, up + 4, strlen(up + 4) + 1);
    }
    return path;
}

static void check_links(struct built *b, const struct file *file)
{
    static const char *const attributes[] = {" href=\"", " src=\""};

    for (size_t i = 0; i < 2; i++)
        for (const char *p = file->text; (p = strstr(p, attributes[i])) != NULL;) {
            p += strlen(attributes[i]);
            char *href = arena_strndup(b->f.a, p, strcspn(p, "\""));
            const char *slash = strrchr(href, '/');
            if (strcmp(slash ? slash + 1 : href, "feed.xml") == 0)
                continue; /* made by another room */
            if (strncmp(href, "https://", 8) == 0 || strcmp(href, "data:,") == 0 || *href == '#')
                continue;
            if (!map_has(&b->files, resolve(b->f.a, file->path, href)))
                fail_msg("%s links to %s, which is not there", file->path, href);
        }
}

static void check_ids(struct built *b, const struct file *file)
{
    struct map ids;

    map_init(&ids, b->f.a);
    for (const char *p = file->text; (p = strstr(p, " id=\"")) != NULL;) {
        p += 5;
        char *id = arena_strndup(b->f.a, p, strcspn(p, "\""));
        if (map_has(&ids, id))
            fail_msg("%s has the id %s twice", file->path, id);
        map_set(&ids, id, NULL);
    }
}

static void check_pages(struct built *b)
{
    size_t pages = 0;

    assert_false(diags_failed(b->f.d));
    for (size_t i = 0; i < b->files.n; i++) {
        const struct file *file = b->files.item[i].value;
        if (!is_page(file))
            continue;
        pages++;
        check_links(b, file);
        check_ids(b, file);
        if (occurrences(file->text, "<h1") != 1 || occurrences(file->text, "<html lang=\"") != 1)
            fail_msg("%s: one h1 and one language, please", file->path);
        assert_null(strstr(file->text, "(null)"));
    }
    assert_true(pages > 20);
}

static void every_page_is_sound(void **state)
{
    struct built b;

    (void)state;
    build(&b);
    check_pages(&b);
    fixture_close(&b.f);
}

static void text_is_text(void **state)
{
    struct built b;

    (void)state;
    build(&b);
    for (size_t i = 0; i < b.files.n; i++) {
        const struct file *file = b.files.item[i].value;
        if (!is_page(file))
            continue;
        assert_null(strstr(file->text, "<script>alert"));
        assert_null(strstr(file->text, "<b>Alpha"));
    }
    assert_non_null(strstr(page(&b, "site/en/agreements/a-1/index.html"),
                           "<h1>Schools &lt;script&gt;alert(1)&lt;/script&gt;</h1>"));
    fixture_close(&b.f);
}

/* A word that no column has room for may be broken; others keep their columns wide enough. */
static void only_long_words_are_broken(void **state)
{
    struct built b;

    (void)state;
    build(&b);
    const char *text = page(&b, "site/en/partners/beta/index.html");
    assert_non_null(strstr(text, "class=\"breaks\"><a href=\"../../agreements/a-4/"));
    assert_non_null(strstr(text, "<th scope=\"row\"><a href=\"../../agreements/a-2/"));
    fixture_close(&b.f);
}

static void what_is_internal_is_counted_but_not_named(void **state)
{
    static const char *const names[] = {"Clandestine", "Hushhush", "a-3", "secret"};
    struct built b;

    (void)state;
    build(&b);
    for (size_t i = 0; i < b.files.n; i++) {
        const struct file *file = b.files.item[i].value;
        for (size_t k = 0; k < sizeof names / sizeof *names; k++)
            if (strstr(file->text, names[k]) || strstr(file->path, names[k]))
                fail_msg("%s names %s: %.99s", file->path, names[k],
                         strstr(file->text, names[k]));
    }
    const char *trail = page(&b, "site/en/figures/2024.agreements.count/index.html");
    assert_non_null(strstr(trail, "<span class=\"value number\">4"));
    assert_non_null(strstr(page(&b, "site/en/figures/2024.contributions.total/index.html"),
                           "1,327.50"));
    fixture_close(&b.f);
}

static void each_language_has_its_own_direction_and_alternates(void **state)
{
    struct built b;

    (void)state;
    build(&b);
    assert_non_null(strstr(page(&b, "site/ar/index.html"), "<html lang=\"ar\" dir=\"rtl\">"));
    const char *en = page(&b, "site/en/agreements/a-2/index.html");
    assert_non_null(strstr(en, "<link rel=\"canonical\" "
                               "href=\"https://partners.example.org/en/agreements/a-2/\">"));
    assert_non_null(strstr(en, "hreflang=\"ar\" "
                               "href=\"https://partners.example.org/ar/agreements/a-2/\">"));
    assert_non_null(strstr(en, "href=\"../../../ar/agreements/a-2/index.html\""));
    assert_non_null(strstr(en, "<h1 lang=\"es\">T\xc3\xadtulo</h1>")); /* no English title */
    assert_non_null(strstr(page(&b, "site/sitemap.xml"),
                           "<loc>https://partners.example.org/en/agreements/a-2/</loc>"));
    fixture_close(&b.f);
}

/* What goes against its page as a whole says so, wherever it stands; the page's own words do not. */
static void texts_keep_their_own_direction(void **state)
{
    static const char *const ar[][2] = {
        {"agreements/a-4", "<h1 lang=\"en\" dir=\"ltr\">(LLLL"},
        {"partners/alpha", "<h1 dir=\"ltr\">&lt;b&gt;Alpha"},
        {"partners/beta", "<a href=\"../../agreements/a-4/index.html\" lang=\"en\" dir=\"ltr\">(L"},
        {"partners/beta", "<a href=\"../../agreements/a-2/index.html\" lang=\"es\" dir=\"ltr\">"},
        {"agreements/a-1", "<div class=\"prose\" lang=\"en\" dir=\"ltr\">\n<p>(First) of all.</p>"},
        {"", "<a class=\"name\" href=\"index.html\"><bdi dir=\"ltr\">Partners &amp; friends</bdi></a>"},
    };
    struct built b;

    (void)state;
    build(&b);
    for (size_t i = 0; i < sizeof ar / sizeof *ar; i++) {
        const char *path = arena_printf(b.f.a, "site/ar/%s%sindex.html", ar[i][0],
                                        *ar[i][0] ? "/" : "");
        if (!strstr(page(&b, path), ar[i][1]))
            fail_msg("%s: no %s", path, ar[i][1]);
    }
    fixture_close(&b.f);
}

static void one_language_is_no_choice(void **state)
{
    struct built b;

    (void)state;
    build_with(&b, "https://partners.example.org/", NULL, 1);
    const char *root = page(&b, "site/index.html"), *home = page(&b, "site/en/index.html");
    assert_int_equal(occurrences(root, "content=\"0; url=en/index.html\""), 1);
    assert_int_equal(occurrences(root, "href=\"en/index.html\""), 1); /* where it is not followed */
    assert_int_equal(
        occurrences(root, "<link rel=\"canonical\" href=\"https://partners.example.org/en/\">"), 1);
    assert_int_equal(occurrences(home, "class=\"languages\""), 0);
    check_pages(&b);
    fixture_close(&b.f);
    build(&b);
    assert_int_equal(occurrences(page(&b, "site/index.html"), "http-equiv"), 0);
    assert_int_equal(occurrences(page(&b, "site/en/index.html"), "class=\"languages\""), 1);
    fixture_close(&b.f);
}

/* Addresses for all, in all languages that have the page, and what it is, as data. */
static void each_page_says_what_it_is(void **state)
{
    static const char data[] = "<script type=\"application/ld+json\">";
    struct built b;

    (void)state;
    build(&b);
    const char *en = page(&b, "site/en/agreements/a-1/index.html");
    assert_int_equal(occurrences(en, "hreflang=\"x-default\" "
                                     "href=\"https://partners.example.org/en/agreements/a-1/\""), 1);
    assert_int_equal(occurrences(en, "rel=\"alternate\" hreflang"), 3);
    assert_int_equal(occurrences(en, "property=\"og:locale:alternate\""), 1);
    assert_int_equal(occurrences(en, data), 1);
    assert_non_null(strstr(en, "\"position\":3,\"name\":\"Schools \\u003cscript>alert(1)\\u003c/script>\""));
    const char *home = page(&b, "site/ar/index.html");
    assert_non_null(strstr(home, "hreflang=\"x-default\" href=\"https://partners.example.org/\""));
    assert_non_null(strstr(home, "{\"@type\":\"Organization\",\"@id\":"
                                 "\"https://partners.example.org/#publisher\","));
    assert_null(strstr(page(&b, "site/404.html"), "rel=\"canonical\""));
    fixture_close(&b.f);
}

/* Without a base URL nothing claims to know where the site is. */
static void a_site_may_have_no_address(void **state)
{
    struct built b;

    (void)state;
    build_with(&b, NULL, NULL, 2);
    assert_false(diags_failed(b.f.d));
    for (size_t i = 0; i < b.files.n; i++) {
        const struct file *file = b.files.item[i].value;
        if (is_page(file) && (strstr(file->text, "rel=\"canonical\"") ||
                              strstr(file->text, "rel=\"alternate\"") ||
                              strstr(file->text, "og:url") || strstr(file->text, "ld+json")))
            fail_msg("%s says where it is", file->path);
    }
    assert_false(map_has(&b.files, "site/sitemap.xml"));
    assert_null(strstr(page(&b, "site/robots.txt"), "Sitemap"));
    assert_non_null(strstr(page(&b, "site/404.html"), "href=\"/ar/index.html\""));
    fixture_close(&b.f);
}

/* Names of assets change with their bytes, and style sheets follow.  (The sum is sha256sum's.) */
static void assets_have_names_of_their_own(void **state)
{
    struct built b;
    const char *style = NULL;

    (void)state;
    build(&b);
    assert_string_equal(page(&b, "site/assets/own.0282d9b7.woff2"), "face");
    for (size_t i = 0; i < b.files.n; i++)
        if (strncmp(b.files.item[i].key, "site/assets/site.", 17) == 0 &&
            strstr(b.files.item[i].key, ".css"))
            style = b.files.item[i].key;
    assert_non_null(style);
    assert_non_null(strstr(page(&b, style), "src:url(\"own.0282d9b7.woff2\")"));
    assert_non_null(strstr(page(&b, style), "url( 'none.png' )"));
    assert_non_null(strstr(page(&b, style), "--accent-light: #0b5a8f"));
    const char *href = arena_printf(b.f.a, "href=\"../../../%s\"", style + strlen("site/"));
    assert_non_null(strstr(page(&b, "site/en/agreements/a-1/index.html"), href));
    fixture_close(&b.f);
}

/* The page for wrong addresses is shown at any depth, so nothing on it is relative. */
static void wrong_addresses_are_met_at_any_depth(void **state)
{
    struct built b;

    (void)state;
    build(&b);
    const char *text = page(&b, "site/404.html");
    for (const char *p = text; (p = strstr(p, "href=\"")) != NULL;) {
        p += strlen("href=\"");
        if (!strchr("/#", *p) && strncmp(p, "data:", 5) != 0)
            fail_msg("404.html links to %.30s", p);
    }
    assert_non_null(strstr(text, "href=\"/ar/index.html\""));
    fixture_close(&b.f);
}

static void samples_carry_a_label(void **state)
{
    struct built b;

    (void)state;
    build(&b);
    assert_non_null(strstr(page(&b, "site/en/agreements/a-1/index.html"), "record-sample"));
    assert_null(strstr(page(&b, "site/en/agreements/a-2/index.html"), "record-sample"));
    assert_non_null(strstr(page(&b, "site/en/agreements/index.html"),
                           "</a> <span class=\"sample\">sample</span>"));
    assert_non_null(strstr(page(&b, "site/en/agreements/index.html"), "class=\"samples\""));
    fixture_close(&b.f);
}

static void the_trail_can_be_taken_away(void **state)
{
    struct built b;

    (void)state;
    build(&b);
    const char *csv = page(&b, "site/en/figures/2024.contributions.total/records.csv");
    assert_non_null(strstr(csv, "1000.00"));
    assert_non_null(strstr(csv, "250.50"));
    fixture_close(&b.f);
}

/* One year in the name, no links in the drawing, who may not be named in neither file. */
static void charts_can_be_taken_away(void **state)
{
    (void)state;
    struct built b;

    build(&b);
    const char *svg = page(&b, "site/en/charts/regions-contributions-2024.svg");
    const char *csv = page(&b, "site/en/charts/top-partners-2024.csv");
    assert_non_null(strstr(page(&b, "site/en/regions/index.html"),
                           "href=\"../charts/regions-contributions-2024.svg\""));
    assert_non_null(strstr(svg, "</svg>"));
    assert_null(strstr(svg, "href"));
    assert_non_null(strstr(csv, ",alpha,"));
    assert_null(strstr(csv, "secret"));
    assert_non_null(page(&b, "site/ar/charts/top-partners-2024.svg"));
    fixture_close(&b.f);
}

static void a_missing_template_is_told_once(void **state)
{
    struct built b;

    (void)state;
    build_without(&b, "page");
    assert_true(diags_failed(b.f.d));
    const char *told = fixture_reports(&b.f);
    assert_int_equal(occurrences(told, "there is no template templates/page.mustache"), 1);
    fixture_close(&b.f);
    build_without(&b, "cell");
    assert_reports(&b.f, "unknown partial \"cell\"");
    fixture_close(&b.f);
}

static void two_builds_are_the_same(void **state)
{
    struct built one, two;

    (void)state;
    build(&one);
    build(&two);
    assert_int_equal(one.files.n, two.files.n);
    for (size_t i = 0; i < one.files.n; i++) {
        const struct file *x = one.files.item[i].value, *y = two.files.item[i].value;
        assert_string_equal(x->path, y->path);
        assert_string_equal(x->text, y->text);
    }
    fixture_close(&one.f);
    fixture_close(&two.f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_page_is_sound),
        cmocka_unit_test(text_is_text),
        cmocka_unit_test(only_long_words_are_broken),
        cmocka_unit_test(what_is_internal_is_counted_but_not_named),
        cmocka_unit_test(each_language_has_its_own_direction_and_alternates),
        cmocka_unit_test(texts_keep_their_own_direction),
        cmocka_unit_test(one_language_is_no_choice),
        cmocka_unit_test(each_page_says_what_it_is),
        cmocka_unit_test(a_site_may_have_no_address),
        cmocka_unit_test(assets_have_names_of_their_own),
        cmocka_unit_test(wrong_addresses_are_met_at_any_depth),
        cmocka_unit_test(samples_carry_a_label),
        cmocka_unit_test(the_trail_can_be_taken_away),
        cmocka_unit_test(charts_can_be_taken_away),
        cmocka_unit_test(a_missing_template_is_told_once),
        cmocka_unit_test(two_builds_are_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
