import ArgumentParser
import Delivery
import Glibc
import ImageFormats
import Learning
import Projects
import Renders
import Studio
import Training

struct Nurie: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nurie",
    abstract: "Colours line art from a coloured drawing of the same character.",
    discussion: """
      nurie (塗り絵, "colouring-in") divides your drawing into regions, closes the gaps in its lines, \
      finds each region's counterpart in the reference, and fills it with the reference's colour. \
      What you get can be opened in layers and painted over.

      Start here:

        nurie                                                opens the studio
        nurie colorize line.png --reference character.png    colours one drawing
      """,
    version: Software.version,
    subcommands: [
      OpenCommand.self, ColorizeCommand.self, NewCommand.self, ExportCommand.self,
      ApplyCommand.self, CleanCommand.self, RegionsCommand.self, ReferencePaletteCommand.self,
      SheetCommand.self, RenderCommand.self, RendersCommand.self, WaitCommand.self,
      ScoreCommand.self,
      LinesCommand.self, CharactersCommand.self, TrainCommand.self, DoctorCommand.self,
      RenderWorkerCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)
}

@main
enum Program {
  /// Exit status 0, 1 for input that cannot be used (one sentence each on stderr), 64 for wrong usage;
  /// after Ctrl-C the shell sees 130.
  static func main() {
    AtomicFile.removeUnfinishedOnSignals()
    signal(SIGPIPE, SIG_IGN)
    do {
      if let mistyped = MistypedCommand(Array(CommandLine.arguments.dropFirst())) {
        say(mistyped.sentence.spoken)
        exit(64)
      }
      var command = try Nurie.parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      for complaint in failure.complaints { say(complaint) }
      exit(1)
    } catch let error as ImageError {
      say(Phrase(error).spoken)
      exit(1)
    } catch let error as ProjectError {
      say(Phrase(error).spoken)
      exit(1)
    } catch let error as RenderError {
      say(error.description)
      exit(1)
    } catch let error as CheckpointError {
      say(printable(error.description))
      exit(1)
    } catch let error as NonFinite {
      say(error.description)
      exit(1)
    } catch let error as TrainingLogError {
      say(printable(error.description))
      exit(1)
    } catch {
      let status = Nurie.exitCode(for: error)
      // It repeats arguments, which may be the names of files.
      let message = Nurie.fullMessage(for: error).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map { printable(String($0)) }.joined(separator: "\n")
      if !message.isEmpty {
        write(message + "\n", to: status.isSuccess ? STDOUT_FILENO : STDERR_FILENO)
      }
      exit(status.rawValue)
    }
  }
}
