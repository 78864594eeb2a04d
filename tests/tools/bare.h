/* bare.h - the bare cost of reading: libyaml's events over every YAML file of a folder. */
#ifndef ACCORD_TESTS_TOOLS_BARE_H
#define ACCORD_TESTS_TOOLS_BARE_H

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <yaml.h>

enum { BARE_PATH = 4096 };

static inline void bare_parse(const char *path)
{
    FILE *f = fopen(path, "rb");
    yaml_parser_t parser;
    yaml_event_t event;
    bool more = f != NULL;
    yaml_parser_initialize(&parser);
    if (f)
        yaml_parser_set_input_file(&parser, f);
    while (more && yaml_parser_parse(&parser, &event)) {
        more = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    if (f)
        fclose(f);
}

static inline void bare_walk(const char *dir)
{
    DIR *d = opendir(dir);
    for (struct dirent *e; d && (e = readdir(d));) {
        char path[BARE_PATH];
        struct stat st;
        size_t n = strlen(e->d_name);
        if (e->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", dir, e->d_name);
        if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
            bare_walk(path);
        else if (n > 5 && strcmp(e->d_name + n - 5, ".yaml") == 0)
            bare_parse(path);
    }
    if (d)
        closedir(d);
}

#endif
