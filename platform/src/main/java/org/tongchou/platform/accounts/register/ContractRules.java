package org.tongchou.platform.accounts.register;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongchou.platform.accounts.book.EntryProblem;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** What contracts of a book must be like, whether typed or imported. Pure. */
public final class ContractRules {
    private static final List<String> KINDS = List.of("货物", "工程", "服务");

    private final int year;
    private final Set<Long> units;
    private final Map<Long, Long> unitByProject;

    /**
     * The rules of one book.
     *
     * @param year its year
     * @param units units whose contracts the caller may register
     * @param unitByProject the unit of every project of the book
     */
    ContractRules(int year, Set<Long> units, Map<Long, Long> unitByProject) {
        this.year = year;
        this.units = Set.copyOf(units);
        this.unitByProject = Map.copyOf(unitByProject);
    }

    /** Everything that is wrong with a contract, in the order of its fields. */
    public List<EntryProblem> check(Contract.Request request) {
        Problems problems = new Problems();
        problems.told(() -> Problems.unit(units, request.unitId()));
        problems.told(() -> {
            String kind = Given.text(request.kind());
            if (!KINDS.contains(kind)) {
                throw Refusal.field("E-BKS-410", "采购类别", kind, String.join("、", KINDS) + "之一");
            }
        });
        problems.told(() -> {
            boolean micro = Given.required("是否小微企业", request.micro());
            boolean sme = Given.required("是否中小企业", request.sme());
            if (micro && !sme) {
                throw Refusal.field("E-BKS-411", "是否中小企业", "否", "是（小微企业也是中小企业）");
            }
        });
        problems.told(() -> {
            Long project = request.projectId();
            if (project != null && !java.util.Objects.equals(unitByProject.get(project), request.unitId())) {
                throw Refusal.field("E-BKS-412", "项目", project.toString(), "该单位在本账套中的项目");
            }
        });
        problems.told(() -> Given.requiredLine("合同编号", request.number(), 100));
        problems.told(() -> Given.requiredLine("合同名称", request.name(), 200));
        problems.told(() -> Given.requiredLine("供应商", request.supplier(), 200));
        problems.told(() -> Given.amount("合同金额", request.fen()));
        problems.told(() -> Registers.within("签订日期", request.signedOn(), year));
        return problems.found();
    }
}
