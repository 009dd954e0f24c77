package org.tafelronde.domain.seating;

/** Plans as text, to compare those of two machines. */
final class PlanPrinter {
    private PlanPrinter() {}

    public static void main(String[] arguments) {
        System.out.println(print());
    }

    static String print() {
        SeatingProblem problem = Crowd.with(Crowd.cafe(23, 4, 3), Crowd.inOrganisations(23, 5));
        Plan plan = Planner.plan(problem, 4_000);
        SeatingProblem fewer = Crowd.changing(problem, "p003", p -> Crowd.until(p, 1));
        return plan.rotation() + " " + Repair.repair(fewer, plan.rotation(), 1).rotation();
    }
}
