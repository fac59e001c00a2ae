package org.tongchou.platform.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.TestCounties;
import org.tongchou.platform.database.StartFailure;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.Refusal;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegionTest {
    @Autowired
    private Region region;

    @Autowired
    private Units units;

    @Autowired
    private JdbcClient database;

    private TestCounties counties;

    @BeforeAll
    void create() {
        counties = TestCounties.create(units, region);
    }

    @Test
    void isTheOneOfThePack() {
        assertThat(region.code()).isEqualTo("359900");
        assertThat(region.name()).isEqualTo("样例市");
        assertThat(region.pack().parameters()).containsKey("subsidy.central.share");
        assertThat(region.counties()).containsExactly(counties.first(), counties.second());
        assertThat(region.county("359901")).isEqualTo(counties.first());
        assertThatThrownBy(() -> region.county("359999")).isInstanceOf(Refusal.class);
        assertThat(region.counties(TestActors.actorIn(List.of(counties.second().unitId()))))
                .containsExactly(counties.second());
    }

    @Test
    void keepsWhatWasToldOfThePopulation() {
        Population first = new Population("359901", 2024, 520_000, 480_000, "样例统计公报", LocalDate.of(2025, 3, 1));
        Population second = new Population("359901", 2024, 520_100, 480_000, "样例统计年鉴", LocalDate.of(2025, 9, 1));
        assertThat(region.population("359901", 2024)).isEmpty();
        region.tell(TestActors.actor(), first);
        region.tell(TestActors.actor(), second);
        assertThat(region.population("359901", 2024)).contains(second);
        assertThat(region.population("359901", 2023)).isEmpty();
        assertThatThrownBy(() -> database.sql("update region.population set resident = 1")
                        .update())
                .hasMessageContaining("只能新增");
        assertThatThrownBy(() -> database.sql("delete from region.population").update())
                .hasMessageContaining("只能新增");
    }

    @Test
    void readsShippedPacksAndFolders(@TempDir Path folder) throws IOException {
        assertThat(PackSource.read("demo")).isEqualTo(PackSource.read("regions/demo"));
        assertThat(PackSource.read("ningde").region().name()).isEqualTo("宁德市");
        assertThat(PackSource.read("../regions/demo").region().name()).isEqualTo("样例市");
        assertThatThrownBy(() -> PackSource.read("nowhere")).isInstanceOf(StartFailure.class);
        assertThatThrownBy(() -> PackSource.read("../x")).isInstanceOf(StartFailure.class);
        Files.writeString(folder.resolve("region.yaml"), "region: { code: x }\n");
        assertThatThrownBy(() -> PackSource.read(folder.toString()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("region.yaml");
    }

    @Test
    void knowsTheTiersOfThePack() {
        assertThat(Tiers.of(region.pack())).containsExactly("一档", "二档", "三档");
        assertThatThrownBy(() -> region.create(
                        TestActors.actor(),
                        new County("359903", "样例丙县", "四档", counties.first().unitId())))
                .hasMessageContaining("区县分档");
        assertThatThrownBy(() -> region.create(TestActors.actor(), counties.first()))
                .hasMessageContaining("已登记");
    }
}
