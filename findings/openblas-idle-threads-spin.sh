#!/bin/sh
# OpenBLAS 0.3.21 (Debian 12, libopenblas0-pthread): a program that links it and never calls a routine still burns
# processor time.
#
# Expected: threads that have no work sleep; a program that multiplies no matrix costs what it would without the library.
# Happens:  as the library is loaded it starts a thread for each further core, and these spin in sched_yield for about a
#           tenth of a second before they sleep. On two cores that took a tenth of the time of a command of half a second
#           that was busy on both, and only under a profiler was it seen where: the linked library was not even used.
#           With OPENBLAS_NUM_THREADS=1 in the environment nothing spins; openblas_set_num_threads(1) is called too late.
# Seen:     2 threads: 88 ms of processor in a program that sleeps; 1 thread: 2 ms.
# What nurie does: it loads the library when it is first needed (Sources/CBLAS).
#
# Needs Debian 12, a C compiler, two cores. On a busy machine a spinning thread gets little time: the most of twenty
# runs counts.
set -eu
version=0.3.21+ds-4
[ "$(nproc)" -ge 2 ] || { echo "one core: OpenBLAS starts no thread here"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -q "libopenblas0-pthread=$version" libgfortran5 libquadmath0 >/dev/null
for package in ./*.deb; do dpkg -x "$package" unpacked; done
libraries=$(dirname "$(find unpacked -name 'libopenblas.so.0' | head -n 1)")

cat >idle.c <<'C'
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>
int openblas_get_num_threads(void);
int main(void) {
  int threads = openblas_get_num_threads();
  usleep(400000);
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  printf("%d %ld\n", threads,
         (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000 +
             (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1000);
}
C
cc idle.c -o idle "$libraries/libopenblas.so.0" -Wl,--allow-shlib-undefined
export LD_LIBRARY_PATH="$folder/$libraries:$folder/unpacked/usr/lib/$(uname -m)-linux-gnu"

# The most milliseconds of processor time that any of twenty runs took.
most() {
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do "$@"; done | sort -k2 -n | tail -n 1
}
many=$(most env -u OPENBLAS_NUM_THREADS ./idle)
one=$(most env OPENBLAS_NUM_THREADS=1 ./idle)
echo "threads and ms of processor: $many; with one thread: $one"
[ "${many% *}" -ge 2 ] && [ "${many#* }" -ge 25 ] && [ "${one#* }" -lt 25 ]
