import type { Monitor } from '../../../server/shapes/monitor.ts'
import { ChannelsCard } from './ChannelsCard.tsx'
import { EligibilityCard } from './EligibilityCard.tsx'
import { FlagsCard } from './FlagsCard.tsx'
import { LogCard } from './LogCard.tsx'
import { QuotasCard } from './QuotasCard.tsx'
import { StateCard } from './StateCard.tsx'
import { WithdrawalsCard } from './WithdrawalsCard.tsx'

/** Everything that can be done with a running survey, and what has been done. */
export function ActingPage({ monitor }: { monitor: Monitor }) {
  return (
    <div className="stacked">
      <StateCard monitor={monitor} />
      <QuotasCard monitor={monitor} />
      <ChannelsCard monitor={monitor} />
      <FlagsCard survey={monitor.survey.id} version={monitor.version} />
      <EligibilityCard survey={monitor.survey.id} />
      <WithdrawalsCard survey={monitor.survey.id} />
      <LogCard survey={monitor.survey.id} />
    </div>
  )
}
