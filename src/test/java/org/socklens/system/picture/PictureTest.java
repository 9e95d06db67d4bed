package org.socklens.system.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.socklens.socket.Address;
import org.socklens.system.MachineProcess;
import org.socklens.system.Samples;
import org.socklens.system.graph.GraphMaker;
import org.socklens.system.graph.Node;
import org.socklens.system.graph.ProcessGraph;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/// Who talks to whom, drawn.
class PictureTest {
    private static final Address PHP = Address.Path.of("/run/php.sock");
    private static final MachineProcess NGINX = Samples.process(812, "nginx");
    private static final MachineProcess PHP_FPM = Samples.process(813, "php-fpm");
    private static final MachineProcess CURL = Samples.process(901, "curl");

    private static ProcessGraph graph(Samples samples) {
        return GraphMaker.graph(samples.snapshot(), uid -> "user" + uid, 8);
    }

    private static Samples web() {
        return new Samples()
                .listener(10, PHP_FPM, PHP)
                .connection(20, NGINX, PHP_FPM, PHP)
                .connection(22, NGINX, PHP_FPM, PHP)
                .connection(24, CURL, NGINX, Address.Path.of("/run/web.sock"));
    }

    @Test
    void connectionsOfTwoProcessesUnderOneNameAreOneEdgeFromTheClientToTheServer() {
        ProcessGraph graph = graph(web());
        assertThat(graph.nodes()).extracting(Node::title).containsExactly("php-fpm", "nginx", "curl");
        assertThat(graph.edges()).hasSize(2).anySatisfy(edge -> {
            assertThat(edge.address()).isEqualTo("/run/php.sock");
            assertThat(Objects.requireNonNull(graph.node(edge.from())).title()).isEqualTo("nginx");
            assertThat(Objects.requireNonNull(graph.node(edge.to())).title()).isEqualTo("php-fpm");
            assertThat(edge.links()).hasSize(2);
        });
    }

    @Test
    void clientsStandLeftOfTheirServerAndServersRightOfTheirClient() {
        ProcessGraph graph = graph(web());
        Node nginx = Objects.requireNonNull(graph.holding(20));
        Picture picture = NeighbourhoodPicture.of(graph, nginx, 20);
        assertThat(placeOf(picture, "curl")).isLessThan(placeOf(picture, "nginx"));
        assertThat(placeOf(picture, "php-fpm")).isGreaterThan(placeOf(picture, "nginx"));
    }

    private static double placeOf(Picture picture, String title) {
        return picture.shapes().stream()
                .filter(shape -> shape instanceof Shape.Words words && words.text().equals(title))
                .mapToDouble(shape -> ((Shape.Words) shape).x())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aClickOnACardOrALineLeadsToASocketOfIt() {
        ProcessGraph graph = graph(web());
        Node nginx = Objects.requireNonNull(graph.holding(20));
        Picture picture = NeighbourhoodPicture.of(graph, nginx, 22);
        for (Shape shape : picture.shapes()) {
            switch (shape) {
                case Shape.Box box when box.target() != 0 ->
                    assertThat(picture.targetAt(box.x() + 1, box.y() + 1)).isEqualTo(box.target());
                case Shape.Curve curve ->
                    assertThat(picture.targetAt(curve.x(0.5), curve.y(0.5))).isEqualTo(curve.target());
                default -> {}
            }
        }
        assertThat(picture.targetAt(-50, -50)).isZero();
    }

    private static Samples crowd(int processes) {
        Random random = new Random(7);
        Samples samples = new Samples();
        List<MachineProcess> all = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            all.add(Samples.process(1000 + i, "program" + i));
        }
        for (int i = 1; i < processes; i++) {
            Address address = Address.Path.of("/run/s" + i % 9);
            samples.connection(10_000 + 2L * i, all.get(i), all.get(random.nextInt(Math.min(i, 9))), address);
        }
        return samples;
    }

    @Test
    void threeHundredProcessesAreDrawnWithoutOneCardOverAnother() {
        Picture picture = new MachinePicture().draw(graph(crowd(300)), null, 0);
        List<Shape.Box> cards = new ArrayList<>();
        for (Shape shape : picture.shapes()) {
            if (shape instanceof Shape.Box box && box.target() != 0) {
                cards.add(box);
            }
        }
        assertThat(cards).hasSize(300);
        for (int i = 0; i < cards.size(); i++) {
            for (int j = i + 1; j < cards.size(); j++) {
                assertThat(overlap(cards.get(i), cards.get(j))).as("%s and %s", cards.get(i), cards.get(j)).isFalse();
            }
        }
    }

    private static boolean overlap(Shape.Box one, Shape.Box other) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }

    @Test
    void thePictureStaysAsItIsWhileNobodyComesOrGoes() {
        MachinePicture machine = new MachinePicture();
        Picture first = machine.draw(graph(crowd(60)), null, 0);
        assertThat(machine.draw(graph(crowd(60)), null, 0)).isEqualTo(first);
    }

    @Test
    void theSvgIsWellFormedAndHoldsEveryNameAsText() throws Exception {
        byte[] wild = {'/', '<', '&', '\n', (byte) 0xff};
        Samples samples = new Samples()
                .listener(10, PHP_FPM, new Address.Path(wild))
                .connection(20, NGINX, PHP_FPM, new Address.Path(wild));
        ProcessGraph graph = graph(samples);
        Picture picture = NeighbourhoodPicture.of(graph, Objects.requireNonNull(graph.holding(10)), 10);
        String svg = SvgDrawing.of(picture, Map.of(Ink.GROUND, "#ffffff"));
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
        assertThat(document.getDocumentElement().getTextContent()).contains("/<&\\n\\xff", "nginx", "php-fpm");
    }
}
