internal import Glibc

// The interface's thread sleeps nearly always, and must run within milliseconds when a key comes, while the engine has
// every processor busy. Only lowering a priority is allowed to everybody, and on Linux it is a thread's own: so the
// threads that work in the background lower theirs, for good, and those they start inherit it.

/// Lets the interface go before the calling thread, which must not be the interface's.
func giveWayToTheInterface() { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10) }
