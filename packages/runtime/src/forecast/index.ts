/**
 * When a lead's stages and grades change with time alone.
 *
 *     const { next } = forecast(model, lead, { now: Date.now() })
 */
export { type Forecast, type ForecastOptions, forecast, forecastOf, type Outlook } from './forecast.ts'
