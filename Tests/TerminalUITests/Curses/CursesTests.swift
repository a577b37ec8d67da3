import Testing

/// What draws through ncurses, one test at a time: ncurses has one screen, and the environment changes for a
/// moment when it is made.
@Suite(.serialized) enum CursesTests {}
