#include "base/sha256.h"

void sha256_start(struct sha256 *s)
{
    sha256_init(&s->ctx);
}

void sha256_put(struct sha256 *s, const void *bytes, size_t n)
{
    sha256_update(&s->ctx, n, bytes);
}

void sha256_hex(struct sha256 *s, char hex[SHA256_HEX])
{
    static const char digit[] = "0123456789abcdef";
    uint8_t sum[SHA256_DIGEST_SIZE];
    sha256_digest(&s->ctx, sizeof sum, sum);
    for (size_t i = 0; i < sizeof sum; i++) {
        hex[2 * i] = digit[sum[i] >> 4];
        hex[2 * i + 1] = digit[sum[i] & 15];
    }
    hex[SHA256_HEX - 1] = '\0';
}

void sha256_of(const void *bytes, size_t n, char hex[SHA256_HEX])
{
    struct sha256 s;
    sha256_start(&s);
    sha256_put(&s, bytes, n);
    sha256_hex(&s, hex);
}
