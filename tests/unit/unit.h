/* unit.h - what every unit test includes: cmocka wants these in this order. */
#ifndef ACCORD_TESTS_UNIT_UNIT_H
#define ACCORD_TESTS_UNIT_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
