#include "base/path.h"

#include <string.h>

bool path_ends_in(const char *path, const char *ending)
{
    size_t n = strlen(path), m = strlen(ending);
    return m && n > m && strcmp(path + n - m, ending) == 0;
}
