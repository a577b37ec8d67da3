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
    abstract: Phrase(
      "Colours line art from a coloured drawing of the same character.",
      "同じキャラクターの色見本をもとに、線画に色を塗ります。"
    ).spoken,
    discussion: Phrase(
      """
      nurie (塗り絵, "colouring-in") divides your drawing into regions, closes the gaps in its lines, \
      finds each region's counterpart in the reference, and fills it with the reference's colour. \
      What you get can be opened in layers and painted over.

      Start here:

        nurie                                                opens the studio
        nurie colorize line.png --reference character.png    colours one drawing
      """,
      """
      nurie (塗り絵) は線画を領域に分け、線の隙間を閉じ、領域ごとに色見本の対応する領域を探して、その色で塗ります。結果はレイヤー付きで開いて描き足せます。

      はじめに:

        nurie                                                スタジオを開きます
        nurie colorize line.png --reference character.png    線画を 1 枚塗ります
      """
    ).spoken,
    version: Software.version,
    subcommands: [
      OpenCommand.self, ColorizeCommand.self, NewCommand.self, ExportCommand.self,
      ApplyCommand.self, PartsCommand.self, CleanCommand.self, RegionsCommand.self,
      ReferencePaletteCommand.self,
      SheetCommand.self, RenderCommand.self, RendersCommand.self, WaitCommand.self,
      ScoreCommand.self,
      LinesCommand.self, CharactersCommand.self, DatasetCommand.self, TrainCommand.self,
      ProjectCommand.self, WeightsCommand.self,
      DoctorCommand.self,
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
      say(Phrase(error).spoken)
      exit(1)
    } catch let error as CheckpointError {
      say(printable(error.description))
      exit(1)
    } catch let error as DataSetError {
      say(Phrase(error))
      exit(1)
    } catch let error as ProjectionError {
      say(Phrase(error))
      exit(1)
    } catch let error as NonFinite {
      say(error.description)
      exit(1)
    } catch let error as RanksError {
      say(printable(error.description))
      exit(1)
    } catch let error as TrainingLogError {
      say(printable(error.description))
      exit(1)
    } catch {
      let status = Nurie.exitCode(for: error)
      if status == .validationFailure,
        let mistyped = MistypedOption(Array(CommandLine.arguments.dropFirst()))
      {
        say(mistyped.sentence)
        exit(status.rawValue)
      }
      // It repeats arguments, which may be the names of files.
      let message = parserMessage(of: error).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map { printable(String($0)) }.joined(separator: "\n")
      if !message.isEmpty {
        write(message + "\n", to: status.isSuccess ? STDOUT_FILENO : STDERR_FILENO)
      }
      exit(status.rawValue)
    }
  }

  /// What the parser says of an error, or the help that was asked for.
  private static func parserMessage(of error: any Error) -> String {
    guard Language.user == .japanese else { return Nurie.fullMessage(for: error) }
    // As long lines as there may be: they are wrapped by columns later.
    let text = Nurie.fullMessage(for: error, columns: 1 << 20)
    return ParserText(text, columns: terminalColumns() ?? 80).japanese
  }
}
