package org.socklens.ui.tour;

import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.socklens.access.occupant.Occupant;
import org.socklens.socket.Address;
import org.socklens.traffic.Kind;
import org.socklens.traffic.Row;
import org.socklens.traffic.RowFilter;
import org.socklens.traffic.Transcript;
import org.socklens.ui.app.Wiring;
import org.socklens.ui.app.Workbench;
import org.socklens.ui.file.Answer;
import org.socklens.ui.file.FileQuery;
import org.socklens.ui.file.FileReport;
import org.socklens.ui.sockets.look.SocketsReport;

/// The main job, step by step, through the models of the panels.
final class TourScript {
    private static final String ACCOUNT = "nobody";
    private static final String MESSAGE = "Sixteen bytes at a time, then the last ten";

    private final Wiring wiring;
    private final Workbench workbench;

    TourScript(Wiring wiring) {
        this.wiring = wiring;
        workbench = wiring.workbench();
    }

    List<TourStep> steps() {
        return List.of(
                new TourStep(
                        "listening",
                        "The server binds its path and listens.",
                        () -> workbench.server().toggle(),
                        "the server listens",
                        () -> workbench.server().isListening()),
                new TourStep(
                        "socket-file",
                        "The socket file is there: a live listener, its owner and mode bits.",
                        () -> {},
                        "the socket file panel tells of a live STREAM listener",
                        () -> occupantIs("live STREAM listener")),
                new TourStep(
                        "access",
                        "Another account is asked for: may it connect, and which bit stands in the way?",
                        () -> workbench.file().whoProperty().set(ACCOUNT),
                        "the socket file panel answers for " + ACCOUNT,
                        () -> answersFor(ACCOUNT)),
                new TourStep(
                        "connected",
                        "The client connects to it.",
                        () -> {
                            workbench.file().whoProperty().set(FileQuery.THIS_PROCESS);
                            workbench.client().toggle();
                        },
                        "the client is connected and the server has accepted it",
                        () -> workbench.client().isConnected()
                                && workbench.server().clients().size() == 1),
                new TourStep(
                        "echoed",
                        "The client sends 42 bytes; the server receives 16, 16 and 10 and sends each back.",
                        () -> {
                            workbench.client().messageProperty().set(MESSAGE);
                            workbench.client().send();
                        },
                        "chunks of 16, 16 and 10 bytes on the server, 42 bytes back at the client",
                        () -> lengths(workbench.server().transcript(), RowFilter.RECEIVED).equals(List.of(16, 16, 10))
                                && lengths(workbench.server().transcript(), RowFilter.SENT).equals(List.of(16, 16, 10))
                                && workbench.client().transcript().bytesReceived() == MESSAGE.length()),
                new TourStep(
                        "sockets",
                        "The page of sockets finds the same listener among all of the machine, with both its ends.",
                        this::findServer,
                        "the listener of this process, and the path walk to its file",
                        this::serverIsFound),
                new TourStep(
                        "end-of-stream",
                        "The client disconnects: the server sees end of stream.",
                        () -> {
                            show("workbench");
                            workbench.client().toggle();
                        },
                        "a row “end of stream” on the server",
                        () -> has(workbench.server().transcript(), Kind.END_OF_STREAM)
                                && !workbench.client().runningProperty().get()),
                new TourStep(
                        "stopped",
                        "The server stops and removes its socket file.",
                        () -> workbench.server().toggle(),
                        "the server is stopped and the name is free",
                        () -> !workbench.server().runningProperty().get() && occupantIs("free")));
    }

    private boolean answersFor(String account) {
        FileReport report = workbench.file().reportProperty().get();
        return report != null
                && report.answer() instanceof Answer.Judged judged
                && judged.verdict().who().name().equals(account);
    }

    private void show(String page) {
        wiring.window().pages().stream()
                .filter(each -> each.id().equals(page))
                .forEach(wiring.window()::show);
    }

    private void findServer() {
        show("sockets");
        wiring.sockets().model().reveal(Address.Path.of(workbench.server().form().pathProperty().get()));
    }

    private boolean serverIsFound() {
        SocketsReport report = wiring.sockets().model().reportProperty().get();
        String path = workbench.server().form().pathProperty().get();
        return report.detail() != null
                && report.detail().title().equals(path)
                && report.detail().text().contains("Socket file");
    }

    private boolean occupantIs(String words) {
        FileReport report = workbench.file().reportProperty().get();
        Occupant occupant = report == null ? null : report.file().occupant();
        return occupant != null && occupant.words().equals(words);
    }

    private static List<Integer> lengths(Transcript transcript, RowFilter filter) {
        return LongStream.range(0, transcript.count(filter))
                .mapToObj(position -> length(transcript.row(transcript.rowAt(filter, position))))
                .toList();
    }

    private static int length(@Nullable Row row) {
        return row == null ? -1 : row.length();
    }

    private static boolean has(Transcript transcript, Kind kind) {
        return LongStream.range(transcript.first(), transcript.end())
                .mapToObj(transcript::row)
                .anyMatch(row -> row != null && row.kind() == kind);
    }
}
