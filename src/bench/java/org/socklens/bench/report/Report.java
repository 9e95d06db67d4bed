package org.socklens.bench.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Collects what was found, prints it at once, and writes the page at the end.
public final class Report {
    private final Machine machine;
    private final List<Figure> figures = new ArrayList<>();
    private final StringBuilder sections = new StringBuilder();

    /// An empty report.
    public Report(Machine machine) {
        this.machine = machine;
    }

    /// Begins what one benchmark has to tell.
    public void section(String title) {
        tell("\n## " + title + "\n");
    }

    /// A sentence or two.
    public void note(String text) {
        tell(text + "\n");
    }

    /// Begins a table.
    public void header(String... columns) {
        row((Object[]) columns);
        tell("|" + String.join("|", Collections.nCopies(columns.length, "---")) + "|");
    }

    /// One row of a table.
    public void row(Object... cells) {
        StringBuilder line = new StringBuilder("|");
        for (Object cell : cells) {
            line.append(' ').append(cell).append(" |");
        }
        tell(line.toString());
    }

    /// A number that is to be reached.
    public void figure(Figure figure) {
        figures.add(figure);
        System.out.println(figure.line());
    }

    /// The whole page.
    public String markdown() {
        StringBuilder page = new StringBuilder("# What was measured\n\n");
        page.append(LocalDate.now(ZoneId.systemDefault())).append(", ").append(machine.text()).append(". Made by `mvn -q -Pbench`.\n");
        page.append("Rounds of all programs in turn; ratios are medians of the ratios within a round.\n\n");
        page.append("| what | found | aim | |\n|---|---|---|---|\n");
        figures.forEach(figure -> page.append(figure.line()).append('\n'));
        return page.append(sections).toString();
    }

    private void tell(String line) {
        sections.append(line).append('\n');
        System.out.println(line);
    }
}
